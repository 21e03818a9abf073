using Orrery.Contracts.Delivery;

namespace Orrery.Tests.Unit.Services.Sns;

/// <summary>Deliveries that a queue could not tell apart.</summary>
internal sealed class SameDelivery : IEqualityComparer<Delivery>
{
    public static readonly SameDelivery Instance = new();

    public bool Equals(Delivery? one, Delivery? other) => Of(one) == Of(other);

    public int GetHashCode(Delivery delivery) => Of(delivery).GetHashCode();

    private static (string?, string?, string?, string?) Of(Delivery? d) =>
        (d?.TargetArn, d?.Body, d?.GroupId, d?.DeduplicationId);
}
