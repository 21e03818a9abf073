using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Letters;
using Orrery.Operations;
using Orrery.Services.Sns.Loops;
using Orrery.Services.Sns.Ports;

namespace Orrery.Services.Sns;

/// <summary>SNS as a part of the house.</summary>
public static class SnsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "sns",
        Operations = SnsOperations.All,
        Tables = Tables.All,
        Quotas = SnsQuotas.All,
        Timers = [new PostLoop(), new ForgetLoop(), new ExpiryLoop()],
        Followers = [new PostFollower()],
        Offer = ports => ports
            .Also<IDestination>(new TopicDestination())
            .Also<IResourcePolicies>(new TopicAccess())
            .Also<IResourceFacts>(new TopicAccess())
            .With<IOutbox>(new Outbox()),
    };
}
