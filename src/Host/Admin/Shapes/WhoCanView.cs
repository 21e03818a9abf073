using Orrery.Contracts.Identity;

namespace Orrery.Host.Admin.Shapes;

/// <summary>Who may do something.</summary>
/// <param name="Action">The action.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Principals">Those who may, and what lets them.</param>
public sealed record WhoCanView(string Action, string Resource, IReadOnlyList<AccessHolder> Principals);
