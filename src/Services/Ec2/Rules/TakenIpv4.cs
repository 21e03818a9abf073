using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The IPv4 addresses of a subnet that interfaces have, by an index in the order of addresses: a gap is found by
/// halving, however full the subnet is.
/// </summary>
internal sealed class TakenIpv4(ReadCall call, SubnetRecord subnet)
{
    /// <summary>The value of an address in the index.</summary>
    public static string KeyOf(SubnetId subnet, string address) => KeyOf(subnet, IpAddress.Parse(address));

    /// <summary>How many addresses of a block are taken.</summary>
    public int CountIn(Cidr block) => Count(block.First, block.Last.Plus(1));

    /// <summary>The lowest free address from one on; the end if there is none before it.</summary>
    public IpAddress FirstFree(IpAddress from, IpAddress end) =>
        Lowest(from, end, address => Count(from, address.Plus(1)) < (int)(address.Bits - from.Bits) + 1);

    /// <summary>The lowest taken address from one on; the end if there is none before it.</summary>
    public IpAddress FirstTaken(IpAddress from, IpAddress end) =>
        Lowest(from, end, address => Count(from, address.Plus(1)) > 0);

    private static string KeyOf(SubnetId subnet, IpAddress address) =>
        string.Create(CultureInfo.InvariantCulture, $"{subnet.Value}/{(uint)address.Bits:x8}");

    // The lowest address from which on a condition holds.
    private static IpAddress Lowest(IpAddress from, IpAddress end, Func<IpAddress, bool> holds)
    {
        while (from < end)
        {
            var middle = from.Plus((end.Bits - from.Bits) / 2);
            if (holds(middle))
            {
                end = middle;
            }
            else
            {
                from = middle.Plus(1);
            }
        }

        return end;
    }

    private int Count(IpAddress from, IpAddress before) => call.Read(Tables.NetworkInterfaces)
        .CountBetween(Tables.InterfacesByIpv4, KeyOf(subnet.Id, from), KeyOf(subnet.Id, before));
}
