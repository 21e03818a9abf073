namespace Orrery.Contracts.Identity;

/// <summary>A lasting access key of a user.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="IsActive">Whether it works.</param>
public sealed record DirectoryKey(string Id, DateTimeOffset CreatedAt, bool IsActive);
