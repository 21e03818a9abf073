namespace Orrery.Contracts.Tracing;

/// <summary>One step of a packet.</summary>
/// <param name="Component">The id of what it meets, or <c>internet</c>.</param>
/// <param name="Kind">What that is, for example <c>route-table</c>.</param>
/// <param name="Text">What happens there, as a sentence.</param>
/// <param name="Passed">Whether the packet goes on.</param>
/// <param name="Code">Where it does not: AWS's explanation code.</param>
public sealed record TraceHop(string Component, string Kind, string Text, bool Passed, string? Code)
{
    /// <summary>
    /// Where it stands, for what has no place of its own: the interface of a security group, the subnet of a network
    /// ACL or route table, the gateway of a transit gateway's route table.
    /// </summary>
    public string? Near { get; init; }
}
