namespace Orrery.Kernel.Storage;

/// <summary>The asked past is older than what the world keeps.</summary>
public sealed class HistoryGoneException(long asked, long oldest)
    : Exception($"Commit {asked} is no longer kept: history begins at {oldest}.")
{
    /// <summary>The oldest commit that can still be read as of.</summary>
    public long Oldest { get; } = oldest;
}
