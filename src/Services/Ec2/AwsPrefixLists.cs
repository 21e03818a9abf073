using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2;

/// <summary>
/// Gives a region the prefix lists that AWS manages there: facts of <c>data/prefix-lists.csv</c>. A world keeps those
/// it began with. Regions that the file does not name have none.
/// </summary>
public sealed class AwsPrefixLists : IScopeInitializer
{
    private static readonly Lazy<ILookup<string, PrefixListRecord>> ByRegion =
        new(() => Rows().ToLookup(row => row[0], row => Of(row[1], row[2], row[3])));

    /// <summary>Whether a region has a list of a name.</summary>
    internal static bool Has(string region, string name) => ByRegion.Value[region].Any(list => list.Name == name);

    /// <inheritdoc/>
    public void Initialize(Call call)
    {
        foreach (var list in ByRegion.Value[call.Region])
        {
            call.Write(Tables.PrefixLists).Put(list);
        }
    }

    private static PrefixListRecord Of(string name, string id, string cidrs)
    {
        var entries = cidrs.Split(' ').Select(text => new PrefixListEntryRecord { Cidr = Cidr.Parse(text) });
        return new()
        {
            Id = new PrefixListId(id),
            Name = name,
            AddressFamily = PrefixListRules.Ipv4,
            MaxEntries = 0,
            OwnerId = PrefixListRules.Aws,
            State = PrefixListState.CreateComplete,
            Versions = [new() { Version = 1, Entries = [.. entries] }],
        };
    }

    // The file has no quoted fields.
    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(AwsPrefixLists).Assembly.GetManifestResourceStream("prefix-lists.csv")
            ?? throw new InvalidOperationException("The resource prefix-lists.csv is missing from the program.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }
}
