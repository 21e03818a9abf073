namespace Orrery.Contracts.Delivery;

/// <summary>Why something cannot be delivered now.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Text">It in words, for a person.</param>
public sealed record DeliveryObstacle(ObstacleKind Kind, string Text)
{
    /// <summary>Whether a policy denies it; else none allows it, which something besides policies may make up
    /// for.</summary>
    public bool IsDenied { get; init; }

    /// <summary>The words, and the kind where they would not tell it.</summary>
    public override string ToString() => Kind switch
    {
        ObstacleKind.NoPermission => $"not permitted: {Text}",
        ObstacleKind.Refused => $"refused: {Text}",
        _ => Text,
    };
}
