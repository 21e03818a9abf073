namespace Orrery.Kernel.Storage;

/// <summary>The asked past is older than what the world keeps.</summary>
public sealed class HistoryGoneException : Exception
{
    /// <summary>What a commit left behind is asked for.</summary>
    public HistoryGoneException(long asked, long oldest)
        : base($"Commit {asked} is no longer kept: history begins at {oldest}.") => Oldest = oldest;

    /// <summary>What was at an instant is asked for.</summary>
    public HistoryGoneException(DateTimeOffset asked, long oldest)
        : base($"What was at {asked:O} is no longer kept: history begins at commit {oldest}.") => Oldest = oldest;

    /// <summary>The oldest commit that can still be read as of.</summary>
    public long Oldest { get; }
}
