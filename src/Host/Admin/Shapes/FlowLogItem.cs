namespace Orrery.Host.Admin.Shapes;

/// <summary>A flow log in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ResourceId">What it watches.</param>
/// <param name="Traffic">ACCEPT, REJECT or ALL.</param>
/// <param name="Destination">Where its records go.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Region">And where.</param>
public sealed record FlowLogItem(
    string Id, string ResourceId, string Traffic, string Destination, string Account, string Region);
