namespace Orrery.Tests.Differential.Kernel;

/// <summary>The namespaces of a topology and the links between them, as text.</summary>
internal sealed class NetworkPlan
{
    // Links do not ask for addresses (arp off); a frame then bears its sender's own, so both ends have the same.
    private const string Mac = "02:00:00:00:00:01";

    public List<NamespacePlan> Namespaces { get; } = [];

    public List<(NamespacePlan A, string DeviceA, NamespacePlan B, string DeviceB)> Links { get; } = [];

    public NamespacePlan Add(NamespacePlan plan)
    {
        Namespaces.Add(plan);
        return plan;
    }

    /// <summary>Joins a device of one namespace and a device of another.</summary>
    public void Link(NamespacePlan a, string deviceA, NamespacePlan b, string deviceB)
    {
        Links.Add((a, deviceA, b, deviceB));
        a.AddDevice(deviceA);
        b.AddDevice(deviceB);
    }

    /// <summary>The script that makes all links, given the paths of the namespaces.</summary>
    public string LinkScript(Func<NamespacePlan, string> path) => string.Concat(Links.Select(link =>
        $"link add name {link.DeviceA} netns {path(link.A)} address {Mac} type veth "
        + $"peer name {link.DeviceB} netns {path(link.B)} address {Mac}\n"));

    public override string ToString() =>
        LinkScript(plan => plan.Name) + string.Concat(Namespaces.Select(plan => plan.ToString()));
}
