using Orrery.Contracts.Delivery;
using Orrery.Contracts.Identity;
using Orrery.Operations;
using Orrery.Services.Sqs.Loops;
using Orrery.Services.Sqs.Ports;

namespace Orrery.Services.Sqs;

/// <summary>SQS as a part of the house.</summary>
public static class SqsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "sqs",
        Operations = SqsOperations.All,
        Tables = Tables.All,
        Timers = [new UpkeepLoop(), new ClearingLoop(), new NameRelease(), new ForgetLoop(), new MoveLoop()],
        Offer = ports => ports
            .Also<IDestination>(new QueueDestination())
            .Also<IResourcePolicies>(new QueueAccess())
            .Also<IResourceFacts>(new QueueAccess()),
    };
}
