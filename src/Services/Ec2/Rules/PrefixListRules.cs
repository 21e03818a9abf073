using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What a managed prefix list may be and when it may be changed. Sources: EC2 API Reference, CreateManagedPrefixList
/// and ModifyManagedPrefixList; Amazon VPC User Guide, "Managed prefix lists" and "Amazon VPC quotas". How adding and
/// removing are refused: answers of AWS in issues and comments of Terraform's provider. InvalidPrefixListModification
/// and PrefixListMaxEntriesExceeded are known from clients that retry them; which rule gives which is guessed.
/// </summary>
internal static class PrefixListRules
{
    /// <summary>The owner of lists that AWS manages.</summary>
    public const string Aws = "AWS";

    /// <summary>The address family of lists of IPv4 blocks.</summary>
    public const string Ipv4 = "IPv4";

    private const string Ipv6 = "IPv6";
    private const int MostEntries = 1000;
    private const int MostVersions = 1000;
    private const int LongestText = 255;

    // Amazon VPC User Guide, "AWS-managed prefix list weight".
    private const int CloudFrontWeight = 55;

    /// <summary>Whether it is a list of a customer's own.</summary>
    public static bool IsCustomers(PrefixListRecord list) => list.OwnerId != Aws;

    /// <summary>Whether it is a list of IPv6 blocks.</summary>
    public static bool IsV6(PrefixListRecord list) => list.AddressFamily == Ipv6;

    /// <summary>How many entries of a route table or rules of a security group a reference to it counts for.</summary>
    public static int Weight(PrefixListRecord list) =>
        IsCustomers(list) ? list.MaxEntries
        : list.Name.Contains("cloudfront", StringComparison.Ordinal) ? CloudFrontWeight
        : 1;

    /// <summary>The entries in force.</summary>
    public static ImmutableArray<PrefixListEntryRecord> Entries(PrefixListRecord list) => list.Versions[^1].Entries;

    /// <summary>A list that is to be changed.</summary>
    /// <exception cref="ServiceException">
    /// InvalidPrefixListID.NotFound; OperationNotPermitted for AWS's own (guessed); IncorrectState during a change;
    /// PrefixListVersionMismatch.
    /// </exception>
    public static PrefixListRecord ForChange(ReadCall call, string id, long? currentVersion = null)
    {
        var list = Ec2Kinds.PrefixList.Get(call, id);
        if (!IsCustomers(list))
        {
            throw Errors.OperationNotPermitted($"The prefix list '{id}' is managed by AWS and cannot be changed.");
        }

        var state = list.State.ToWire();
        if (state.EndsWith("-in-progress", StringComparison.Ordinal))
        {
            throw Errors.IncorrectState(
                $"The request cannot be completed because the prefix list '{id}' is in the current state ({state}).");
        }

        return currentVersion is null || currentVersion == list.Versions[^1].Version
            ? list
            : throw new ServiceException(
                "PrefixListVersionMismatch", "The prefix list has the incorrect version number.");
    }

    /// <summary>Refuses a name that a customer may not give.</summary>
    public static string CheckName(string name) =>
        name.Length is > 0 and <= LongestText && !name.StartsWith("com.amazonaws", StringComparison.OrdinalIgnoreCase)
            ? name
            : throw Errors.InvalidParameterValue(
                $"Value ({name}) for parameter prefixListName is invalid. It can have up to {LongestText} "
                + "characters and "
                + "cannot start with com.amazonaws.");

    /// <summary>Refuses an address family other than IPv4 and IPv6.</summary>
    public static string CheckFamily(string family) => family is Ipv4 or Ipv6
        ? family
        : throw Errors.InvalidParameterValue(
            $"Value ({family}) for parameter addressFamily is invalid. Valid values: {Ipv4}, {Ipv6}.");

    /// <summary>Refuses a size that no list may have, or that is too small for its entries.</summary>
    public static int CheckMaxEntries(int size, int entries) =>
        size is < 1 or > MostEntries
            ? throw Errors.InvalidParameterValue(
                $"Value ({size}) for parameter maxEntries is invalid. It must be between 1 and {MostEntries}.")
            : size < entries ? throw TooMany(entries, size)
            : size;

    /// <summary>Entries as they are after some were removed and others added, in the order of blocks.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue, InvalidPrefixListModification, PrefixListMaxEntriesExceeded.
    /// </exception>
    public static ImmutableArray<PrefixListEntryRecord> Change(
        PrefixListRecord list, IReadOnlyList<AddPrefixListEntry>? add, IReadOnlyList<RemovePrefixListEntry>? remove)
    {
        var entries = new SortedDictionary<Cidr, PrefixListEntryRecord>();
        foreach (var entry in list.Versions.IsEmpty ? [] : Entries(list))
        {
            entries.Add(entry.Cidr, entry);
        }

        var removed = new HashSet<Cidr>();
        foreach (var entry in remove ?? [])
        {
            var cidr = Block(list, entry.Cidr!);
            removed.Add(cidr);
            if (!entries.Remove(cidr))
            {
                throw Refused($"The CIDR {cidr} is not an entry of the prefix list, or is to be removed twice.");
            }
        }

        foreach (var entry in add ?? [])
        {
            var cidr = Block(list, entry.Cidr!);
            if (removed.Contains(cidr))
            {
                throw Errors.InvalidParameterValue(
                    $"Request cannot contain Cidr {cidr} in both AddPrefixListEntries and RemovePrefixListEntries");
            }

            if (!entries.TryAdd(cidr, new() { Cidr = cidr, Description = Text(entry) }))
            {
                throw new ServiceException("InvalidRequest", "The request received was invalid.");
            }
        }

        return entries.Count <= list.MaxEntries ? [.. entries.Values] : throw TooMany(entries.Count, list.MaxEntries);
    }

    /// <summary>The list with a further version; of more than 1,000 the oldest goes.</summary>
    public static PrefixListRecord WithVersion(PrefixListRecord list, ImmutableArray<PrefixListEntryRecord> entries)
    {
        var version = list.Versions.IsEmpty ? 1 : list.Versions[^1].Version + 1;
        var versions = list.Versions.Add(new() { Version = version, Entries = entries });
        return list with { Versions = versions.Length > MostVersions ? versions.RemoveAt(0) : versions };
    }

    /// <summary>PrefixListMaxEntriesExceeded: more entries than the list may have.</summary>
    public static ServiceException TooMany(int entries, int size) => new(
        "PrefixListMaxEntriesExceeded",
        $"The prefix list can have no more than {size} entries; there would be {entries}.");

    private static Cidr Block(PrefixListRecord list, string text) =>
        IsV6(list) ? CidrRules.Ipv6(text, "cidr") : CidrRules.Ipv4(text, "cidr");

    private static string? Text(AddPrefixListEntry entry) => entry.Description is { Length: > LongestText }
        ? throw Errors.InvalidParameterValue($"The description of an entry can have up to {LongestText} characters.")
        : entry.Description;

    private static ServiceException Refused(string message) => new("InvalidPrefixListModification", message);
}
