namespace Outreach.Cases.Vault;

/// <summary>Small secrets by name that can be destroyed: files, or memory where nothing is kept.</summary>
internal interface ISecrets
{
    IReadOnlyList<string> Names();

    /// <returns>Null when there is none of this name.</returns>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads and writes with nobody in between, durably before it returns. What gets shorter or goes is overwritten first.</summary>
    /// <param name="change">From what is there (null = nothing) to what is to be there (null = nothing). The same array back = no change.</param>
    Task ChangeAsync(string name, Func<byte[]?, byte[]?> change, CancellationToken cancellationToken);
}
