using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Draws public IPv4 addresses, each once in a world. They come from 3.0.0.0/8, which is Amazon's (ARIN, NET-3-0-0-0-1
/// and
/// NET-3-128-0-0-1); which part of it belongs to which region is not modelled.
/// </summary>
internal static class PublicIps
{
    private static readonly Cidr Range = Cidr.Parse("3.0.0.0/8");

    /// <summary>Draws an address that nobody ever had.</summary>
    public static string Draw(Call call, bool automatic = false)
    {
        var table = call.Write(Tables.PublicIps, Scope.World);
        while (true)
        {
            var address = Range.At((UInt128)(call.Random.NextUInt64() % (ulong)Range.Count));
            var key = new ResourceKey(address.ToString());
            if ((byte)address.Bits is 0 or 255 || table.Contains(key))
            {
                continue;
            }

            table.Put(new() { Address = key, Account = call.Account, Region = call.Region, Automatic = automatic });
            return key.Value;
        }
    }

    /// <summary>Takes back an address that the account released in this region.</summary>
    /// <exception cref="ServiceException">InvalidAddress.NotFound: it never had it, or has it still.</exception>
    public static string Recover(Call call, string address)
    {
        if (!IpAddress.TryParse(address, out var parsed) || parsed.IsV6)
        {
            throw new ServiceException("InvalidAddress.Malformed", $"Invalid address: '{address}'");
        }

        var table = call.Write(Tables.PublicIps, Scope.World);
        var known = table.Find(new ResourceKey(address));
        if (known is not { Released: true, Automatic: false } || known.Account != call.Account
            || known.Region != call.Region)
        {
            throw NotFound(address);
        }

        table.Put(known with { Released = false });
        return address;
    }

    /// <summary>Notes that an address was given back.</summary>
    public static void Release(Call call, string address)
    {
        var table = call.Write(Tables.PublicIps, Scope.World);
        var known = table.Find(new ResourceKey(address))
            ?? new() { Address = new ResourceKey(address), Account = call.Account, Region = call.Region };
        table.Put(known with { Released = true });
    }

    /// <summary>InvalidAddress.NotFound.</summary>
    public static ServiceException NotFound(string address) =>
        new("InvalidAddress.NotFound", $"Address '{address}' not found.");
}
