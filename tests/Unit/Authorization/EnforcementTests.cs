using Orrery.Authorization.Facts;
using Orrery.Operations;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Every served operation asks for permission. Generated over what is served.</summary>
public sealed class EnforcementTests
{
    private static readonly string[] Refusals =
        ["UnauthorizedOperation", "AccessDenied", "AccessDeniedException", "AuthorizationError"];

    // What needs none, or is asked about by the operation itself, as each key of DeleteObjects is.
    private static readonly string[] Free =
    [
        "s3:DeleteObjects", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:GetCallerIdentity",
        "sts:GetSessionToken",
    ];

    [Fact]
    public void Without_permission_every_operation_is_refused()
    {
        var rig = GuardRig.New();
        var nobody = rig.User("nobody", GuardRig.Allow("orrery:Nothing"));
        var (refused, free) = (0, new List<string>());
        foreach (var entry in GuardRig.Served)
        {
            foreach (var request in Requests(entry))
            {
                var refusal = rig.Refusal(nobody, entry, request);
                if (FactsOf(entry).IsFree)
                {
                    Assert.Null(refusal);
                    free.Add(entry.Name);
                    continue;
                }

                Assert.NotNull(refusal);
                Assert.True(Refusals.Contains(refusal.Code), $"{entry.Name}: {refusal.Code}");
                Assert.Contains(
                    ActionsOf(entry).Take(2), a => refusal.Message.Contains(
                        $"not authorized to perform: {a}", StringComparison.OrdinalIgnoreCase));
                Assert.NotNull(refusal.Decision);
                refused++;
            }
        }

        Assert.Equal(2 * GuardRig.Served.Count, refused + free.Count);
        Assert.Equal(Free, free.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void With_just_its_permissions_every_operation_passes()
    {
        var rig = GuardRig.New();
        var someone = rig.User("someone", GuardRig.Allow("orrery:Nothing"));
        string[] before = ["orrery:Nothing"];
        foreach (var entry in GuardRig.Served.Where(e => !FactsOf(e).IsFree && e.Operation != "AssumeRole"))
        {
            string[] actions = [.. ActionsOf(entry).Distinct(StringComparer.OrdinalIgnoreCase)];
            foreach (var request in Requests(entry))
            {
                if (!before.Contains(actions[0]))
                    Assert.True(rig.Refusal(someone, entry, request) is not null, $"{entry.Name} by {before[0]}");
            }

            rig.Put("someone", string.Join(',', actions.Select(a => GuardRig.Allow(a))));
            foreach (var request in Requests(entry))
            {
                var refusal = rig.Refusal(someone, entry, request);
                Assert.True(refusal is null, $"{entry.Name}: {refusal?.Message}");
            }

            before = actions;
        }
    }

    private static IEnumerable<IShape> Requests(OperationEntry entry) =>
        [new EmptyShape(entry.Schema.Input), new FilledShape(entry.Schema.Input)];

    private static OperationFacts FactsOf(OperationEntry entry) =>
        ServiceFacts.Of(entry.Service.Id)!.Find(entry.Operation)!;

    private static IEnumerable<string> ActionsOf(OperationEntry entry) => FactsOf(entry).Also
        .Prepend(FactsOf(entry).Own)
        .SelectMany(a => new[] { a.Action.Text, StoreActions.Of(a.Action, "some").Text });
}
