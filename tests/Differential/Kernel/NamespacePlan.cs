using System.Text;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>What is to be in a namespace: scripts for <c>ip -batch</c> and <c>nft -f</c>.</summary>
internal sealed class NamespacePlan(string name)
{
    private readonly List<string> _devices = [];
    private readonly StringBuilder _nft = new();

    public string Name { get; } = name;

    public bool Forwards4 { get; init; }

    public bool Forwards6 { get; init; }

    /// <summary>Commands for addresses and routes of both families, and rules of IPv4.</summary>
    public List<string> Ip { get; } = [];

    /// <summary>Commands of IPv6 whose family does not show in their words.</summary>
    public List<string> Ip6 { get; } = [];

    public string IpScript => Lines(["link set lo up", .. _devices.Select(d => $"link set {d} arp off up"), .. Ip]);

    public string Ip6Script => Lines(Ip6);

    public string NftScript => _nft.ToString();

    public IReadOnlyList<(string Switch, string Value)> Switches =>
    [
        ("ipv4/conf/all/rp_filter", "0"), ("ipv4/conf/default/rp_filter", "0"),
        // Where two VPCs have the same block, a sender may have the receiver's address.
        ("ipv4/conf/all/accept_local", "1"),
        ("ipv4/conf/all/send_redirects", "0"), ("ipv4/conf/default/send_redirects", "0"),
        ("ipv6/conf/default/accept_dad", "0"), ("ipv6/conf/default/accept_ra", "0"),
        ("ipv6/conf/default/addr_gen_mode", "1"),
        ("ipv4/ip_forward", Forwards4 ? "1" : "0"), ("ipv6/conf/all/forwarding", Forwards6 ? "1" : "0"),
    ];

    public void AddDevice(string device) => _devices.Add(device);

    /// <summary>Adds a command in both families.</summary>
    public void AddBoth(string command)
    {
        Ip.Add(command);
        Ip6.Add(command);
    }

    /// <summary>Adds an nftables table with chains; a chain's first line is its name, the others its rules.</summary>
    public void AddTable(string table, params IEnumerable<string>[] chains)
    {
        _nft.Append("table ").Append(table).Append(" {\n");
        foreach (var chain in chains)
        {
            var first = true;
            foreach (var line in chain)
            {
                _nft.Append(first ? $" chain {line} {{\n" : $"  {line}\n");
                first = false;
            }

            _nft.Append(" }\n");
        }

        _nft.Append("}\n");
    }

    public override string ToString() => $"--- {Name}\n{IpScript}{Ip6Script}{NftScript}";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
