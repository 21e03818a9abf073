using System.Globalization;
using Orrery.Contracts.Maps;
using Orrery.Contracts.Tracing;

namespace Orrery.Host.Drawing;

/// <summary>What a traced packet comes by: each component with the numbers of its hops.</summary>
internal sealed class Lit
{
    private readonly Dictionary<string, List<int>> _numbers = new(StringComparer.Ordinal);
    private readonly string? _blocked;

    /// <summary>Lights what a trace comes by; nothing where there is none.</summary>
    public Lit(NetworkMap map, TraceAnswer? trace)
    {
        Trace = trace;
        var owners = map.Vpcs.SelectMany(v => v.Subnets).SelectMany(s => s.Parts)
            .SelectMany(p => p.Aliases.Select(a => (Alias: a, p.Id)))
            .Concat(map.Links.SelectMany(l => l.Aliases.Select(a => (Alias: a, l.Id))))
            .DistinctBy(x => x.Alias).ToDictionary(x => x.Alias, x => x.Id);
        var number = 0;
        foreach (var hop in (trace?.Forward ?? []).Concat(trace?.Return ?? []))
        {
            number++;
            var place = owners.GetValueOrDefault(hop.Near ?? hop.Component, hop.Near ?? hop.Component);
            if (!_numbers.TryGetValue(place, out var list)) _numbers[place] = list = [];
            list.Add(number);
            if (!hop.Passed) _blocked = place;
        }

        foreach (var vpc in map.Vpcs)
        {
            if (Has(vpc.Id) || vpc.Gateways.Concat(vpc.Endpoints).Any(p => Has(p.Id))
                || vpc.Subnets.Any(s => Has(s.Id) || s.Parts.Any(p => Has(p.Id))))
                Vpcs.Add(vpc.Id);
        }
    }

    /// <summary>The trace.</summary>
    public TraceAnswer? Trace { get; }

    /// <summary>The VPCs that it is in.</summary>
    public HashSet<string> Vpcs { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it comes by a component.</summary>
    public bool Has(string id) => _numbers.ContainsKey(id);

    /// <summary>Whether it ends there, refused.</summary>
    public bool IsBlocked(string id) => _blocked == id;

    /// <summary>The numbers of its hops there, as text; null where it does not come by.</summary>
    public string? Numbers(string id) => _numbers.TryGetValue(id, out var list)
        ? string.Join(' ', Runs(list).Select(r => r.From == r.To ? Text(r.From) : $"{r.From}–{r.To}"))
        : null;

    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<int> numbers)
    {
        var from = numbers[0];
        for (var i = 1; i <= numbers.Count; i++)
        {
            if (i < numbers.Count && numbers[i] == numbers[i - 1] + 1) continue;
            yield return (from, numbers[i - 1]);
            if (i < numbers.Count) from = numbers[i];
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
