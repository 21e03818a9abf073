using CsCheck;
using Orrery.Core;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Whatever is done in a subnet, no address is given twice and the free ones add up.</summary>
public sealed class AddressAllocationTests
{
    private const int Usable = 11;
    private static readonly Cidr Block = Cidr.Parse("10.2.0.0/28");

    [Fact]
    public void Random_deeds_never_give_an_address_twice_and_the_count_of_free_ones_is_right()
    {
        int refused = 0, full = 0;
        var deed = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 15], Gen.Int[1, 3]);
        deed.List[1, 40].Sample(
            deeds =>
            {
                var cloud = Cloud.New();
                var subnet = NewSubnet(cloud);
                foreach (var (kind, place, count) in deeds)
                {
                    if (!Try(() => Do(cloud, subnet, (kind, place, count))))
                        Interlocked.Increment(ref refused);
                    if (Check(cloud, subnet) == 0)
                        Interlocked.Increment(ref full);
                }
            },
            iter: 60);
        Assert.True(refused > 0 && full > 0, $"refused {refused}, full {full}: the deeds are too tame");
    }

    private static void Do(Cloud cloud, string subnet, (int Kind, int Place, int Count) deed)
    {
        var faces = Faces(cloud);
        var face = faces.Count > 0 ? faces[deed.Place % faces.Count] : null;
        var named = Block.At((UInt128)deed.Place).ToString();
        switch (deed.Kind)
        {
            case 0:
                cloud.Run(new CreateNetworkInterface(), new() { SubnetId = subnet });
                break;
            case 1:
                cloud.Run(new CreateNetworkInterface(), new() { SubnetId = subnet, PrivateIpAddress = named });
                break;
            case 2 when face is not null:
                cloud.Run(new AssignPrivateIpAddresses(), new()
                {
                    NetworkInterfaceId = face.NetworkInterfaceId, SecondaryPrivateIpAddressCount = deed.Count,
                });
                break;
            case 3 when face is not null:
                cloud.Run(new DeleteNetworkInterface(), new() { NetworkInterfaceId = face.NetworkInterfaceId });
                break;
            default:
                break;
        }
    }

    private static int Check(Cloud cloud, string subnet)
    {
        var taken = Faces(cloud).SelectMany(f => f.PrivateIpAddresses!).Select(a => a.PrivateIpAddress!).ToList();
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.All(taken, ip => Assert.True(IpAddress.Parse(ip) >= Block.At(4) && IpAddress.Parse(ip) <= Block.At(14)));
        var free = cloud.Run(new DescribeSubnets(), new() { SubnetIds = [subnet] }).Subnets![0].AvailableIpAddressCount;
        Assert.Equal(Usable - taken.Count, free);
        return free!.Value;
    }

    private static IReadOnlyList<NetworkInterface> Faces(Cloud cloud) =>
        cloud.Run(new DescribeNetworkInterfaces(), new()).NetworkInterfaces!;

    private static string NewSubnet(Cloud cloud)
    {
        var vpc = cloud.Run(new CreateVpc(), new() { CidrBlock = "10.2.0.0/16" }).Vpc!;
        return cloud.Run(
            new CreateSubnet(), new() { VpcId = vpc.VpcId, CidrBlock = Block.ToString() }).Subnet!.SubnetId!;
    }

    private static bool Try(Action deed)
    {
        try
        {
            deed();
            return true;
        }
        catch (ServiceException)
        {
            return false;
        }
    }
}
