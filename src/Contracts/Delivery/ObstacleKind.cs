namespace Orrery.Contracts.Delivery;

/// <summary>Why something cannot be delivered: what the sender makes of it depends on this alone.</summary>
public enum ObstacleKind
{
    /// <summary>What should take it does not exist, or the ARN is of nothing that takes things.</summary>
    NoResource,

    /// <summary>What should take it does not let the sender.</summary>
    NoPermission,

    /// <summary>It is there and refuses this message: too long, without a message group …</summary>
    Refused,

    /// <summary>Orrery has no service that takes things under such an ARN.</summary>
    NotServed,
}
