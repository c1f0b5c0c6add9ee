using Microsoft.Extensions.Options;

namespace Outreach.Content.Store;

[OptionsValidator]
internal sealed partial class ContentOptionsValidator : IValidateOptions<ContentOptions>;
