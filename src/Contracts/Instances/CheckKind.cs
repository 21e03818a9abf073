namespace Orrery.Contracts.Instances;

/// <summary>
/// A status check of an instance. Source: EC2 User Guide, "Status checks for Amazon EC2 instances".
/// </summary>
public enum CheckKind
{
    /// <summary>Of the hardware and the network below the instance.</summary>
    System,

    /// <summary>Of its software and network configuration.</summary>
    Instance,

    /// <summary>Of the EBS volumes that are attached to it.</summary>
    Ebs,
}
