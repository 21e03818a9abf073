using Orrery.Core;

namespace Orrery.Contracts.Tracing;

/// <summary>Why a resource is as it is.</summary>
/// <param name="Kind">What it is, for example <c>vpc-peering-connection</c>.</param>
/// <param name="Decision">Yes: it is in a good way. No: it is not. With reasons and remedies.</param>
public sealed record Explanation(string Kind, Decision Decision);
