using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// The addresses of one subnet: which are taken, which is next. The first four and the last of each block are Amazon's;
/// what is chosen for the caller stays clear of its CIDR reservations. AWS does not say which free address it takes:
/// here it is the lowest (IPv4) or a drawn one (IPv6). Sources: Amazon VPC User Guide, "Subnet CIDR blocks" and "Subnet
/// CIDR reservations"; EC2 User Guide, "Prefix delegation for Amazon EC2 network interfaces".
/// </summary>
internal sealed class SubnetAddresses
{
    private const int Ipv4PrefixLength = 28;
    private const int Ipv6PrefixLength = 80;

    // A /64 is never full of addresses; only reservations can leave so little that none of these draws is free.
    private const int Draws = 1000;
    private readonly ReadCall _call;
    private readonly SubnetRecord _subnet;
    private readonly TakenIpv4 _taken;
    private readonly List<Cidr> _prefixes = [];
    private readonly List<SubnetCidrReservationRecord> _reservations;

    // What was taken here; the interfaces that get it may not be put yet.
    private readonly HashSet<uint> _claimedIpv4 = [];
    private readonly HashSet<IpAddress> _claimedIpv6 = [];

    // Nothing is given back while this lives, so that no address below the last one taken is free, and all of a gap
    // between addresses of interfaces stays free but for what is claimed here.
    private IpAddress? _next;
    private IpAddress _gapEnd;

    /// <summary>The state of a subnet as the call sees it.</summary>
    public SubnetAddresses(ReadCall call, SubnetRecord subnet)
    {
        _call = call;
        _subnet = subnet;
        _taken = new(call, subnet);
        _reservations = [.. call.Read(Tables.SubnetCidrReservations).By(Tables.ReservationsBySubnet, subnet.Id.Value)];
        foreach (var face in call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesWithPrefixes, subnet.Id.Value))
        {
            _prefixes.AddRange(face.Ipv4Prefixes);
            _prefixes.AddRange(face.Ipv6Prefixes);
        }
    }

    /// <summary>How many IPv4 addresses are unused, but for what was taken here.</summary>
    public int FreeIpv4
    {
        get
        {
            if (_subnet.Cidr is not { } block)
            {
                return 0;
            }

            var inPrefixes = _prefixes.Where(p => !p.IsV6).Aggregate(0, (sum, p) => sum + (int)p.Count);
            return (int)block.Count - 5 - _taken.CountIn(block) - inPrefixes;
        }
    }

    /// <summary>Takes the lowest free IPv4 address.</summary>
    /// <exception cref="ServiceException">InsufficientFreeAddressesInSubnet.</exception>
    public string TakeIpv4()
    {
        var block = Ipv4Block();
        var kept = Kept().Where(b => !b.IsV6).ToList();
        var address = _next ?? block.At(4);
        while (address < block.Last)
        {
            if (kept.FindIndex(b => b.Contains(address)) is >= 0 and var at)
            {
                address = kept[at].Last.Plus(1);
            }
            else if (address >= _gapEnd)
            {
                address = _taken.FirstFree(address, block.Last);
                _gapEnd = _taken.FirstTaken(address, block.Last);
            }
            else if (Add(address))
            {
                _next = address.Plus(1);
                return address.ToString();
            }
            else
            {
                address = address.Plus(1);
            }
        }

        throw Full();
    }

    /// <summary>Takes a free IPv6 address, drawn from the subnet's first block.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: the subnet has no IPv6 block.</exception>
    public string TakeIpv6(SeededRandom random)
    {
        var block = Ipv6Block();
        for (var attempt = 0; attempt < Draws; attempt++)
        {
            var drawn = new UInt128(random.NextUInt64(), random.NextUInt64());
            var address = block.At(drawn & (block.Count - 1));
            if (!IsAmazons(block, address) && !Kept().Any(b => b.Contains(address)) && TryClaim(address))
            {
                return address.ToString();
            }
        }

        throw Full();
    }

    /// <summary>Takes an address that the caller names, and writes it as AWS does.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, or InvalidIPAddress.InUse.</exception>
    public string Claim(string text)
    {
        var address = Parse(text);
        if (_prefixes.Exists(p => p.Contains(address)) || !TryClaim(address))
        {
            throw new ServiceException("InvalidIPAddress.InUse", "The specified address is already in use.");
        }

        return address.ToString();
    }

    /// <summary>Checks that the caller may name an address, taken or not.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public IpAddress Parse(string text)
    {
        if (!IpAddress.TryParse(text, out var address))
        {
            throw Errors.InvalidParameterValue($"invalid value for parameter address: {text}");
        }

        if (BlockOf(address) is not { } block)
        {
            throw Errors.InvalidParameterValue($"Address {text} does not fall within the subnet's address range");
        }

        // That an address of a prefix reservation cannot be named is guessed: AWS says that it assigns those itself.
        if (IsAmazons(block, address) || Reserved(SubnetCidrReservationType.Prefix).Any(b => b.Contains(address)))
        {
            throw Errors.InvalidParameterValue($"Address {text} is in subnet's reserved address range");
        }

        return address;
    }

    /// <summary>Takes the first free prefix: a /28 or a /80, out of prefix reservations where there are any.</summary>
    /// <exception cref="ServiceException">InsufficientCidrBlocks.</exception>
    public Cidr TakePrefix(bool ipv6)
    {
        var length = ipv6 ? Ipv6PrefixLength : Ipv4PrefixLength;
        var block = ipv6 ? Ipv6Block() : Ipv4Block();
        var explicitly = Reserved(SubnetCidrReservationType.Explicit).ToList();
        var candidates = Reserved(SubnetCidrReservationType.Prefix)
            .Where(b => b.IsV6 == ipv6 && b.PrefixLength <= length)
            .Append(block)
            .SelectMany(b => b.Subnets(length));
        var occupied = All().Where(a => a.IsV6 == ipv6).Select(a => Cidr.Of(a, length)).ToHashSet();
        foreach (var candidate in candidates)
        {
            if (!occupied.Contains(candidate) && !HasAmazons(block, candidate)
                && !explicitly.Exists(b => b.Overlaps(candidate)) && !_prefixes.Contains(candidate))
            {
                _prefixes.Add(candidate);
                return candidate;
            }
        }

        throw new ServiceException(
            "InsufficientCidrBlocks",
            "The specified subnet does not have enough free cidr blocks to satisfy the request.");
    }

    /// <summary>Takes a prefix that the caller names.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, or InvalidIPAddress.InUse.</exception>
    public Cidr ClaimPrefix(string text, bool ipv6)
    {
        var length = ipv6 ? Ipv6PrefixLength : Ipv4PrefixLength;
        if (!Cidr.TryParse(text, out var prefix) || prefix.IsV6 != ipv6 || prefix.PrefixLength != length)
        {
            throw Errors.InvalidParameterValue($"Value ({text}) is not a valid /{length} prefix.");
        }

        if (BlockOf(prefix.First) is not { } block || HasAmazons(block, prefix))
        {
            throw Errors.InvalidParameterValue($"Prefix {text} does not fall within the subnet's address range");
        }

        if (_prefixes.Contains(prefix) || All().Any(prefix.Contains))
        {
            throw new ServiceException("InvalidIPAddress.InUse", $"The prefix {text} is already in use.");
        }

        _prefixes.Add(prefix);
        return prefix;
    }

    private static bool IsAmazons(Cidr block, IpAddress address) => address < block.At(4) || address == block.Last;

    private static bool HasAmazons(Cidr block, Cidr part) => part.First == block.First || part.Last == block.Last;

    private static ServiceException Full() => new(
        "InsufficientFreeAddressesInSubnet",
        "The specified subnet does not have enough free addresses to satisfy the request.");

    private bool TryClaim(IpAddress address)
    {
        var has = _call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByAddress, address.ToString())
            .Any(face => face.SubnetId == _subnet.Id);
        return !has && Add(address);
    }

    private IEnumerable<IpAddress> All() => _call.Read(Tables.NetworkInterfaces)
        .By(Tables.InterfacesBySubnet, _subnet.Id.Value)
        .SelectMany(face => face.PrivateIps.Concat(face.Ipv6Addresses).Select(a => IpAddress.Parse(a)))
        .Concat(_claimedIpv4.Select(bits => IpAddress.V4(bits)))
        .Concat(_claimedIpv6);

    private bool Add(IpAddress address) =>
        address.IsV6 ? _claimedIpv6.Add(address) : _claimedIpv4.Add((uint)address.Bits);

    private Cidr? BlockOf(IpAddress address) =>
        _subnet.Cidr is { } block && block.Contains(address)
            ? block
            : _subnet.Ipv6Cidrs.Where(c => c.Cidr.Contains(address)).Select(c => (Cidr?)c.Cidr).FirstOrDefault();

    private Cidr Ipv4Block() => _subnet.Cidr ?? throw Full();

    private Cidr Ipv6Block() => _subnet.Ipv6Cidrs is [var first, ..]
        ? first.Cidr
        : throw Errors.InvalidParameterValue(
            $"The subnet '{_subnet.Id}' does not have an IPv6 CIDR block associated with it.");

    private IEnumerable<Cidr> Kept() => _prefixes.Concat(_reservations.Select(r => r.Cidr));

    private IEnumerable<Cidr> Reserved(SubnetCidrReservationType type) =>
        _reservations.Where(r => r.Type == type).Select(r => r.Cidr);
}
