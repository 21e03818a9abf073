using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Differential.Reachability;

/// <summary>The matrix of VPCs, which is put together from summaries, against walks of all pairs.</summary>
public sealed class MatrixTests(ITestOutputHelper output)
{
    [Fact]
    public void On_hubs_the_matrix_says_of_each_pair_what_walking_it_says()
    {
        var (yes, no, told) = (0, 0, 0L);
        for (var seed = 0; seed < 60; seed++)
        {
            var topology = new RandomHub(seed).Topology();
            var matrix = VpcMatrix.Of(topology);
            told += matrix.PairsLookedAt - matrix.PairsWalked;
            Compare(topology, matrix, $"seed {seed}", ref yes, ref no);
        }

        output.WriteLine($"{yes} pairs reach, {no} do not, {told} told from summaries");
        Assert.True(yes > 100 && no > 100 && told > (yes + no) / 4);
    }

    [Fact]
    public void On_networks_of_all_kinds_too()
    {
        var (yes, no) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var topology = new RandomNetwork(seed).Topology();
            Compare(topology, VpcMatrix.Of(topology), $"seed {seed}", ref yes, ref no);
        }

        output.WriteLine($"{yes} pairs reach, {no} do not");
        Assert.True(yes > 30 && no > 30);
    }

    [Fact]
    public void What_is_kept_through_changes_equals_what_is_made_at_once()
    {
        var changes = 0;
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            var topology = new RandomHub(seed).Topology();
            var other = new RandomHub(seed + 1000).Topology();
            var matrix = VpcMatrix.Of(topology);
            var elements = other.Elements.OrderBy(element => element.Id, StringComparer.Ordinal).ToList();
            for (var step = 0; step < 12; step++)
            {
                // Something becomes what it is in another network, or goes.
                var element = elements[random.Next(elements.Count)];
                topology = element is not (Vpc or Subnet) && random.Next(4) == 0
                    ? topology.Without(element.Id)
                    : topology.With(element);
                matrix = matrix.With(topology);
                var fresh = VpcMatrix.Of(topology);
                foreach (var from in fresh.VpcIds)
                    foreach (var to in fresh.VpcIds)
                        Assert.True(
                            fresh.Reaches(from, to) == matrix.Reaches(from, to),
                            $"seed {seed} step {step}: {element.Id}: {from} {to}");
                changes++;
            }
        }

        output.WriteLine($"{changes} changes");
    }

    private static void Compare(Topology topology, VpcMatrix matrix, string what, ref int yes, ref int no)
    {
        var analysis = new NetworkAnalysis(topology);
        foreach (var from in matrix.VpcIds)
            foreach (var to in matrix.VpcIds)
            {
                var question = new ReachQuestion(In(topology, from), In(topology, to))
                {
                    Headers = new Headers { Destinations = PrivateAddresses(topology, to) },
                };
                var walked = question.Headers.Destinations.Count > 0 && analysis.Ask(question).Count > 0;
                if (walked != matrix.Reaches(from, to))
                    Assert.Fail($"{what}: {from} to {to}: walked {walked}\n" + string.Join('\n', topology.Elements
                        .OrderBy(e => e.Id, StringComparer.Ordinal)
                        .Select(e => System.Text.Json.JsonSerializer.Serialize(e, e.GetType()))));
                _ = walked ? yes++ : no++;
            }
    }

    private static ReachEnd In(Topology topology, string vpcId) => new(
        [.. topology.Elements.OfType<NetworkInterface>().Where(nic => nic.VpcId == vpcId).Select(nic => nic.Id)]);

    private static List<Cidr> PrivateAddresses(Topology topology, string vpcId) =>
        [.. topology.Elements.OfType<NetworkInterface>().Where(nic => nic.VpcId == vpcId)
            .SelectMany(nic => nic.Addresses).Select(address => Cidr.Single(address.Private))];
}
