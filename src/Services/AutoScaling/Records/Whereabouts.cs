namespace Orrery.Services.AutoScaling.Records;

/// <summary>
/// Where an instance comes from or goes to, as messages name it. Source: EC2 Auto Scaling User Guide, "Warm pool
/// example events and patterns".
/// </summary>
public enum Whereabouts
{
    /// <summary>It is launched, or ends.</summary>
    EC2,

    /// <summary>The group.</summary>
    AutoScalingGroup,

    /// <summary>The warm pool of the group.</summary>
    WarmPool,
}
