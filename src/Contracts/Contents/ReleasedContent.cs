namespace Orrery.Contracts.Contents;

/// <summary>Bytes that the present of a world does not name any more.</summary>
/// <param name="Id">The bytes.</param>
/// <param name="At">The virtual instant when the last record let go of them.</param>
public sealed record ReleasedContent(ContentId Id, DateTimeOffset At);
