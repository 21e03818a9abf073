using Orrery.Contracts;

namespace Orrery.Services.Sns;

/// <summary>
/// The quotas of SNS. Source: AWS General Reference, "Amazon SNS endpoints and quotas". Codes that begin with SNS- are
/// our own: no source for AWS's was found.
/// </summary>
internal static class SnsQuotas
{
    public static readonly Quota Topics = new("L-61103206", "Standard topics per account", 100_000);

    public static readonly Quota FifoTopics = new("SNS-FIFO-TOPICS", "FIFO topics per account", 1_000);

    public static readonly Quota FifoSubscriptions =
        new("SNS-FIFO-SUBSCRIPTIONS", "Subscriptions per FIFO topic", 100);

    public static readonly Quota Subscriptions =
        new("SNS-SUBSCRIPTIONS", "Subscriptions per standard topic", 12_500_000);

    public static readonly Quota Pending = new("L-1A43D3DB", "Pending subscriptions per account", 5_000);

    public static readonly Quota Filters = new("SNS-FILTERS", "Filter policies per topic", 200);

    public static readonly IReadOnlyList<Quota> All =
        [Topics, FifoTopics, FifoSubscriptions, Subscriptions, Pending, Filters];
}
