namespace Orrery.Contracts.Contents;

/// <summary>A run of kept bytes.</summary>
/// <param name="Id">Whose bytes.</param>
/// <param name="From">The place of the first.</param>
/// <param name="Length">How many.</param>
public sealed record ContentPiece(ContentId Id, long From, long Length);
