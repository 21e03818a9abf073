namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// Where a transit gateway's routes lead in the end: an attachment, maybe of a peered transit gateway.
/// </summary>
internal sealed record TransitEnd(string AttachmentId, bool OverPeering);
