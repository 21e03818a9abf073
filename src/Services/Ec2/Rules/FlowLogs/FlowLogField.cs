using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>A field of flow log records.</summary>
/// <param name="Name">Its name, for example <c>srcaddr</c>.</param>
/// <param name="Version">The version that brought it.</param>
/// <param name="Value">What it says of a flow; null where it cannot tell.</param>
internal sealed record FlowLogField(string Name, int Version, Func<FlowCaptureRecord, string?> Value);
