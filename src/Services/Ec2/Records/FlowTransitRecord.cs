namespace Orrery.Services.Ec2.Records;

/// <summary>What a transit gateway knows of a flow beyond its header.</summary>
/// <param name="GatewayId">The gateway.</param>
/// <param name="Source">The side that the flow comes from.</param>
/// <param name="Destination">The side that it goes to; null where it is lost.</param>
public sealed record FlowTransitRecord(string GatewayId, FlowSideRecord Source, FlowSideRecord? Destination)
{
    /// <summary>Whether its packets are lost because no route matches.</summary>
    public bool NoRoute { get; init; }

    /// <summary>Whether its packets are lost in a blackhole.</summary>
    public bool Blackhole { get; init; }
}
