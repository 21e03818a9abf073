using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Projections;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Wire.Generated.Ec2;
using NetworkInterface = Orrery.Engines.Reachability.Model.NetworkInterface;
using PortRange = Orrery.Engines.Reachability.Model.PortRange;
using PrefixList = Orrery.Engines.Reachability.Model.PrefixList;

namespace Orrery.Services.Ec2.Rules.AccessScopes;

/// <summary>
/// Runs an analysis of a Network Access Scope: all paths that a match path allows and no exclude path, one finding for
/// each group of sources and destinations that nothing but addresses tells apart. Header statements of both ends are
/// about the packet as it begins (guessed for translated ones).
/// </summary>
internal sealed class AccessScopeRun(ReadCall call, AccessScopeRecord scope, AccessScopeAnalysisRecord analysis)
{
    private readonly Topology _topology = ReachabilityProjection.Of(call);

    /// <summary>The analysis with what was found.</summary>
    public AccessScopeAnalysisRecord Run()
    {
        var network = new NetworkAnalysis(_topology);
        var components = new PathComponents(_topology);
        var excluded = scope.ExcludePaths.Select(QuestionOf).ToList();
        var ways = scope.MatchPaths.SelectMany(path => network.Ask(QuestionOf(path), excluded))
            .Select(finding => Tracer.Trace(_topology, finding.Witness))
            .DistinctBy(trace => trace.Flow)
            .Select((trace, i) => new AccessScopeFindingRecord
            {
                // "Getting started with Network Access Analyzer using the CLI" numbers them so (guessed from memory).
                Id = $"AnalysisFindingId-{i + 1}", Components = [.. components.Of(trace.Forward)],
            });
        return analysis with
        {
            Status = AnalysisStatus.Succeeded, EndDate = call.Now, Findings = [.. ways],
            AnalyzedEniCount = Own().Count(),
        };
    }

    private ReachQuestion QuestionOf(AccessScopePathRecord path) => new(EndOf(path.Source), EndOf(path.Destination))
    {
        Headers = HeadersOf(path.Source?.Header, path.Destination?.Header),
        Ways = path.Through.IsEmpty ? null : met => path.Through.All(each => met.Any(id => Names(each, id))),
    };

    private ReachEnd EndOf(PathStatementRecord? statement)
    {
        if (statement?.Resources is not { } resources)
        {
            return new ReachEnd([.. Own().Select(nic => nic.Id)], Internet: true);
        }

        var ids = resources.Resources
            .Select(text => ResourceArn.Read(call.Scope, text, "Resource").Id).ToHashSet(StringComparer.Ordinal);
        var types = resources.ResourceTypes;
        var gateway = ids.FirstOrDefault(id => id.StartsWith("igw-", StringComparison.Ordinal));
        return new ReachEnd(
            [.. Own().Where(nic => types.Contains("AWS::EC2::NetworkInterface")
                || (types.Contains("AWS::EC2::Instance") && nic.InstanceId is not null)
                || ids.Contains(nic.Id) || ids.Contains(nic.SubnetId) || ids.Contains(nic.VpcId ?? "")
                || ids.Contains(nic.InstanceId ?? "") || nic.SecurityGroupIds.Any(ids.Contains))
                .Select(nic => nic.Id)],
            gateway is not null || types.Contains("AWS::EC2::InternetGateway"))
        {
            GatewayId = gateway,
        };
    }

    private Headers HeadersOf(HeaderStatementRecord? source, HeaderStatementRecord? destination)
    {
        var both = new[] { source, destination }.OfType<HeaderStatementRecord>().ToList();
        return new Headers
        {
            Protocols = [.. both.SelectMany(each => each.Protocols).Distinct().Select(NumberOf)],
            SourcePorts = [.. both.SelectMany(each => each.SourcePorts).Select(PortsOf)],
            DestinationPorts = [.. both.SelectMany(each => each.DestinationPorts).Select(PortsOf)],
            Sources = [.. both.SelectMany(each => each.SourceAddresses).Select(BlockOf),
                .. both.SelectMany(each => each.SourcePrefixLists).SelectMany(BlocksOf)],
            Destinations = [.. both.SelectMany(each => each.DestinationAddresses).Select(BlockOf),
                .. both.SelectMany(each => each.DestinationPrefixLists).SelectMany(BlocksOf)],
        };
    }

    private static bool Names(ResourceStatementRecord statement, string id) =>
        statement.Resources.Any(text => text == id || text.EndsWith($"/{id}", StringComparison.Ordinal))
        || statement.ResourceTypes.Any(type =>
            id.StartsWith(AccessScopeRules.ThroughTypes[type], StringComparison.Ordinal));

    private IEnumerable<NetworkInterface> Own() => _topology.Elements.OfType<NetworkInterface>()
        .Where(nic => nic.Account == call.Scope.Account && nic.Region == call.Scope.Region)
        .OrderBy(nic => nic.Id, StringComparer.Ordinal);

    private static int NumberOf(string protocol) =>
        IpProtocol.TryParse(protocol, out var number) ? number : IpProtocol.Tcp;

    private static PortRange PortsOf(string text)
    {
        var range = AccessScopeRules.Ports(text, "Ports");
        return new(range.From, range.To);
    }

    private static Cidr BlockOf(string text) => AccessScopeRules.Block(text, "Addresses");

    private IReadOnlyList<Cidr> BlocksOf(string prefixListId) =>
        _topology.Find<PrefixList>(prefixListId)?.Cidrs ?? [];
}
