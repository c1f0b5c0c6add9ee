namespace Outreach.Staff.Access;

/// <summary>One endpoint of the console and who may ask for it, whatever the method or the handler.</summary>
/// <param name="Route">Its route pattern with a slash in front, as <c>/nhan-su/{id}</c>.</param>
internal sealed record AccessRow(string Route, Audience Who);
