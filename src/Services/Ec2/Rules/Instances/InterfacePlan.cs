using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>An interface that each instance of a launch is to have.</summary>
internal sealed record InterfacePlan
{
    /// <summary>Its place; 0 is the primary one.</summary>
    public required int DeviceIndex { get; init; }

    /// <summary>Its subnet.</summary>
    public required SubnetRecord Subnet { get; init; }

    /// <summary>What is to be made; null where there is an interface already.</summary>
    public InterfaceOrder? Order { get; init; }

    /// <summary>The interface that there is already.</summary>
    public NetworkInterfaceRecord? Existing { get; init; }

    /// <summary>Whether it goes with the instance.</summary>
    public bool DeleteOnTermination { get; init; }

    /// <summary>Whether it is to have a public address.</summary>
    public bool PublicIp { get; init; }
}
