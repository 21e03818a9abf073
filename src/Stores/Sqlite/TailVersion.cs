namespace Orrery.Stores.Sqlite;

/// <summary>What a commit of the tail made of a row.</summary>
/// <param name="Sequence">The commit.</param>
/// <param name="Json">The row; null where it is gone.</param>
/// <param name="Older">What an earlier commit of the tail made of it.</param>
internal sealed record TailVersion(long Sequence, byte[]? Json, TailVersion? Older);
