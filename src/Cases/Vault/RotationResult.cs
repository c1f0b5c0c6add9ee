namespace Outreach.Cases.Vault;

/// <summary>What a rotation did.</summary>
/// <param name="Epoch">The month (yyyymm) whose key all live cases are sealed to now.</param>
/// <param name="Moved">Cases that were sealed to an older one.</param>
/// <param name="Destroyed">Older keys whose time was over.</param>
public sealed record RotationResult(int Epoch, int Moved, int Destroyed);
