using CsCheck;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Transit;
using Orrery.Wire.Generated.Ec2;
using State = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentState;
using Type = Orrery.Wire.Generated.Ec2.TransitGatewayAttachmentResourceType;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Holds the routes of a transit gateway's table against a slow and obvious twin.</summary>
public sealed class TransitRoutesTests
{
    private static readonly Gen<TransitRoute> Route = Gen.Select(
        Gen.Int[0, 31], Gen.Int[27, 32], Gen.Int[0, 3], Gen.Int[0, 7], Gen.Bool,
        (bits, length, rank, number, leads) => Make(Block(bits, length), rank, number, leads));

    private static readonly Gen<Cidr> Question = Gen.Select(Gen.Int[0, 31], Gen.Int[26, 32], Block);

    [Fact]
    public void Preferred_routes_and_the_longest_prefix_are_those_of_the_twin()
    {
        int joined = 0, holes = 0, active = 0, none = 0;
        Gen.Select(Route.Array[0, 40], Question, Gen.Bool).Sample(run =>
        {
            var (candidates, question, ecmp) = run;
            var preferred = TransitRoutes.Preferred(candidates, ecmp);
            var expected = candidates.Select(r => r.Destination).Distinct().Order()
                .Select(block => Winner(candidates, block, ecmp)).ToList();
            Assert.Equal(expected.Select(Text), preferred.Select(Text));

            var containing = candidates.Where(r => r.Destination.Contains(question)).ToList();
            var longest = TransitRoutes.Longest(preferred, question);
            var length = containing.Count == 0 ? -1 : containing.Max(r => r.Destination.PrefixLength);
            Assert.Equal(length, longest?.Destination.PrefixLength ?? -1);
            Assert.Equal(
                length < 0 ? null : Text(Winner(
                    candidates, containing.First(r => r.Destination.PrefixLength == length).Destination, ecmp)),
                longest is null ? null : Text(longest));
            Interlocked.Add(ref joined, preferred.Count(r => r.Attachments.Length > 1));
            Interlocked.Add(ref holes, preferred.Count(r => !r.IsActive));
            Interlocked.Add(ref active, preferred.Count(r => r.IsActive));
            Interlocked.Add(ref none, longest is null ? 1 : 0);
        }, iter: 1000);
        Assert.True(joined > 0 && holes > 0 && active > 0 && none > 0);
    }

    // Of all routes to a block: the lowest rank, then the oldest; VPN connections together where they may.
    private static TransitRoute Winner(IEnumerable<TransitRoute> candidates, Cidr block, bool ecmp)
    {
        var all = candidates.Where(r => r.Destination == block).ToList();
        var rank = all.Min(Rank);
        var best = all.Where(r => Rank(r) == rank).OrderBy(Order, StringComparer.Ordinal).ToList();
        return rank == 3 && ecmp
            ? best[0] with { Attachments = [.. best.SelectMany(r => r.Attachments).OrderBy(a => a.Id.Value)] }
            : best[0];
    }

    private static int Rank(TransitRoute route) =>
        route.Type == TransitGatewayRouteType.Static ? (route.PrefixListId is null ? 0 : 1)
        : route.Attachments[0].ResourceType == Type.Vpc ? 2 : 3;

    private static string Order(TransitRoute route) =>
        route.PrefixListId?.Value ?? (route.Attachments.IsEmpty ? "~" : $"{route.Attachments[0].CreatedAt:O}");

    private static string Text(TransitRoute route) =>
        $"{route.Destination} {route.Type} {route.PrefixListId} "
        + $"{string.Join('+', route.Attachments.Select(a => a.Id).Distinct())} {route.State}";

    private static Cidr Block(int bits, int length) => Cidr.Parse($"10.0.0.{bits & (~0 << (32 - length))}/{length}");

    private static TransitRoute Make(Cidr block, int rank, int number, bool leads)
    {
        var attachment = new TransitGatewayAttachmentRecord
        {
            Id = new($"tgw-attach-{number}"),
            TransitGatewayId = new("tgw-0"),
            ResourceType = rank == 3 ? Type.Vpn : Type.Vpc,
            ResourceId = $"vpc-{number}",
            ResourceOwnerId = "1",
            TransitGatewayOwnerId = "1",
            State = leads || rank > 1 ? State.Available : State.Deleted,
            CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 7 - number, TimeSpan.Zero),
        };
        return new()
        {
            Destination = block,
            PrefixListId = rank == 1 ? Orrery.Services.Ec2.Ids.PrefixListId.From($"pl-{number}") : null,
            Type = rank > 1 ? TransitGatewayRouteType.Propagated : TransitGatewayRouteType.Static,
            AttachmentId = attachment.Id,
            Attachments = [attachment],
        };
    }
}
