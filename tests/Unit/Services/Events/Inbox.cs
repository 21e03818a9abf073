using Orrery.Contracts.Delivery;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Services.Events;

namespace Orrery.Tests.Unit.Services.Events;

/// <summary>Stands for SQS: keeps what comes, and fails while it is told to.</summary>
internal sealed class Inbox : IDestination
{
    public const string Queue = "arn:aws:sqs:eu-west-1:123456789012:inbox";
    public const string Dead = "arn:aws:sqs:eu-west-1:123456789012:dead";

    public string Service => "sqs";

    public DeliveryObstacle? Broken { get; set; }

    public List<(DateTimeOffset At, Delivery What)> Got { get; } = [];

    public IEnumerable<string> Bodies => Got.Select(g => g.What.Body);

    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery) =>
        delivery.TargetArn == Dead ? null : Broken;

    public void Deliver(Call call, Delivery delivery) => Got.Add((call.Now, delivery));

    public Rig World(Delays delays = Delays.None) => Rig.Of(
        [EventsService.Registration, SchedulerService.Registration], Ports.None.Also<IDestination>(this), delays);
}
