namespace Orrery.Contracts.Contents;

/// <summary>Bytes could not be kept or are not there. No call that needs them has been acknowledged.</summary>
/// <param name="message">What happened, for a person.</param>
/// <param name="inner">The cause, or null.</param>
public sealed class ContentException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether there is no room left.</summary>
    public bool IsFull { get; init; }

    /// <summary>Whether the bytes are not there.</summary>
    public bool IsMissing { get; init; }
}
