using System.Globalization;
using CsCheck;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Laws of whole groups, over random calls and events. Sources: EC2 Auto Scaling User Guide, "Set scaling limits",
/// "Distribute instances across Availability Zones", "Configure an Auto Scaling group to use instance weights",
/// "Instance maintenance policies", "Warm pools".
/// </summary>
public sealed class GroupLawTests
{
    private static readonly Gen<(Deed Deed, int A, int B)> Step = Gen.Select(
        Gen.Frequency((4, Gen.Const(Deed.Turn)), (3, Gen.Enum<Deed>())), Gen.Int[0, 1000], Gen.Int[0, 1000]);

    // More of them where the environment asks for more.
    private static int Histories =>
        int.Parse(Environment.GetEnvironmentVariable("ORRERY_GROUP_HISTORIES") ?? "10", CultureInfo.InvariantCulture);

    public static TheoryData<string> Kinds => [.. Enum.GetNames<GroupKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public void Whatever_happens_no_instance_leaks_and_the_group_finds_its_size_and_balance(string name)
    {
        var kind = Enum.Parse<GroupKind>(name);
        Step.Array[1, 40].Sample(
            steps =>
            {
                var scaler = Scaler.New(Delays.Aws).Begin(kind);
                foreach (var (deed, a, b) in steps)
                {
                    scaler.Do(deed, a, b);
                    Assert.Empty(GroupLaws.Always(scaler));
                }

                scaler.Rest();
                Assert.Empty(GroupLaws.Always(scaler));
                Assert.Empty(GroupLaws.AtRest(scaler, kind));
                var before = Ids(scaler);
                scaler.Rig.Advance(TimeSpan.FromHours(3));
                Assert.Equal(before, Ids(scaler));
            },
            iter: Histories,
            threads: 1,
            print: steps => string.Join(' ', steps.Select(step => $"{step.Deed}({step.A},{step.B})")));
    }

    [Fact]
    public void A_refresh_keeps_what_has_to_be_healthy_and_never_has_more_than_it_may()
    {
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 300], Gen.Bool, Gen.Int[0, 3]).Sample(
            refresh =>
            {
                var (desired, low, more, warmup, isWeighted, change) = refresh;
                var (min, max) = (low, Math.Min(100 + more, 100 + low));
                var refresher = Refresher.Group(desired, isWeighted ? Weighted : null);
                var scaler = refresher.Scaler;
                refresher.Start(new()
                {
                    MinHealthyPercentage = min, MaxHealthyPercentage = max, InstanceWarmup = warmup,
                });
                var heaviest = isWeighted ? 4 : 1;
                var (floor, ceiling) = (((desired * min) + 99) / 100, ((desired * max) + 99) / 100);
                if (ceiling <= desired) floor = Math.Min(floor, desired - 1);
                refresher.Until(() =>
                {
                    var now = scaler.Now().Instances!;
                    var serving = scaler.Serving.Sum(GroupLaws.Weight);
                    var counted = now.Where(i => i.LifecycleState is LifecycleState.InService
                        or LifecycleState.Pending).Sum(GroupLaws.Weight);
                    Assert.True(serving >= floor, $"{serving} serve of {floor}");
                    Assert.True(counted <= ceiling + (2 * (heaviest - 1)), $"{counted} of {ceiling}");
                    return refresher.Status == "Successful";
                });
                scaler.Rig.Advance(TimeSpan.FromHours(1));
                Assert.Equal(scaler.Serving.Count, scaler.Serving.Count(i => i.LaunchTemplate?.Version == "2"));
                Assert.InRange(scaler.Serving.Sum(GroupLaws.Weight), desired, desired + heaviest - 1);
            },
            iter: 3 * Histories,
            threads: 1);

        static CreateAutoScalingGroupRequest Weighted(CreateAutoScalingGroupRequest request) =>
            Mixer.Of(
                (request.MinSize!.Value, request.MaxSize!.Value, request.DesiredCapacity!.Value),
                new() { OnDemandPercentageAboveBaseCapacity = 100 }, "m5.large:1", "c5.xlarge:2", "r5.2xlarge:4") with
            {
                LaunchTemplate = null,
            };
    }

    private static string Ids(Scaler scaler) =>
        string.Join(' ', scaler.Now().Instances!.Select(i => i.InstanceId).Order(StringComparer.Ordinal));
}
