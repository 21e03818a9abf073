using Orrery.Contracts.Delivery;
using Orrery.Contracts.Logs;

namespace Orrery.Tests.Unit.Services.Logs;

public sealed class PortTests
{
    [Fact]
    public void Other_services_write_into_groups_that_are_made_where_they_are_missing()
    {
        var rig = LogWorld.New();
        Assert.False(rig.Ask(c => c.Port<ILogWriter>().HasGroup(c, "new")));
        rig.Do(c =>
        {
            c.Port<ILogWriter>().Write(c, "new", "one", [new(c.Now, "hello")]);
            return 0;
        });
        Assert.True(rig.Ask(c => c.Port<ILogWriter>().HasGroup(c, "new")));
    }

    [Fact]
    public void A_group_takes_deliveries_also_from_another_region()
    {
        var rig = LogWorld.New();
        var delivery = new Delivery(
            "arn:aws:logs:eu-west-1:123456789012:log-group:g", "events.amazonaws.com", "arn:rule", """{"a":1}""");
        Assert.Null(rig.Do(c => Destinations.TryDeliver(c, delivery)));
        Assert.Null(rig.In("us-east-1").Do(c => Destinations.TryDeliver(c, delivery with
        {
            Body = $$"""{"timestamp":{{LogWorld.Start + 1}},"message":"far"}""",
        })));
        rig.Advance(TimeSpan.Zero);
        Assert.Equal(["""{"a":1}""", "far"], rig.Find());
        Assert.NotNull(rig.Do(c => Destinations.TryDeliver(c, delivery with { TargetArn = delivery.TargetArn + "x" })));
    }
}
