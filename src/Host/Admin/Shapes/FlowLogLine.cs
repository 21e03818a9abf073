namespace Orrery.Host.Admin.Shapes;

/// <summary>A record of a flow log.</summary>
/// <param name="At">When it was delivered.</param>
/// <param name="Place">The log group and stream, or the object.</param>
/// <param name="Record">The record.</param>
public sealed record FlowLogLine(DateTimeOffset At, string Place, string Record);
