namespace Orrery.Services.S3.Rules.Locking;

/// <summary>The lock that the headers of a request ask for.</summary>
/// <param name="Mode">x-amz-object-lock-mode, or null.</param>
/// <param name="Until">x-amz-object-lock-retain-until-date, or null.</param>
/// <param name="Hold">x-amz-object-lock-legal-hold: ON, OFF or null.</param>
internal readonly record struct LockWish(string? Mode, DateTimeOffset? Until, string? Hold)
{
    /// <summary>Whether nothing is asked for.</summary>
    public bool IsEmpty => Mode is null && Until is null && Hold is null;
}
