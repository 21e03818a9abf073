namespace Orrery.Host.Admin.Shapes;

/// <summary>A VPN connection to a declared network.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TunnelsUp">How many of its tunnels are up.</param>
/// <param name="Why">Why they are up or down, a sentence for each tunnel.</param>
public sealed record OnPremisesConnectionView(string Id, int TunnelsUp, IReadOnlyList<string> Why);
