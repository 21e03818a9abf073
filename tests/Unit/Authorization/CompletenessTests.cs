using Orrery.Authorization.Facts;
using Orrery.Operations;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Every served operation states its action, and how its resources are found.</summary>
public sealed class CompletenessTests
{
    [Fact]
    public void Every_served_operation_states_its_action()
    {
        var silent = GuardRig.Served.Where(e => FactsOf(e) is null).Select(e => e.Name);
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_served_operation_tells_how_its_resources_are_named()
    {
        var unknown = GuardRig.Served
            .SelectMany(e => Tokens(e).Where(t => !t.IsKnown).Select(t => $"{e.Name} {t.Type}"));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Types_and_members_that_facts_name_exist()
    {
        var wrong = new List<string>();
        foreach (var entry in GuardRig.Served)
        {
            var types = ServiceFacts.Of(entry.Service.Id)!.Types;
            foreach (var token in Tokens(entry))
            {
                if (!types.ContainsKey(token.Type) && token.Type is not ("any" or "?" or "?type" or "@profile"))
                    wrong.Add($"{entry.Name}: no type {token.Type}");
                wrong.AddRange(token.Sources.SelectMany(s => s)
                    .Where(part => part[0] is not ('@' or '\'') && !Has(entry.Schema.Input, part.Split('.')))
                    .Select(part => $"{entry.Name}: no member {part}"));
            }
        }

        Assert.Empty(wrong);
    }

    private static OperationFacts? FactsOf(OperationEntry entry) =>
        ServiceFacts.Of(entry.Service.Id)?.Find(entry.Operation);

    private static IEnumerable<Token> Tokens(OperationEntry entry) => FactsOf(entry) is { } facts
        ? facts.Also.Prepend(facts.Own).SelectMany(a => a.On)
        : [];

    private static bool Has(ShapeSchema shape, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty) return true;
        while (shape.Element is { } element) shape = element.Target;
        foreach (var member in shape.Members)
        {
            if (member.Name == path[0]) return Has(member.Target, path[1..]);
        }

        return false;
    }
}
