using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>A prefix list, AWS's own or a customer's.</summary>
/// <param name="Id">The resource id.</param>
/// <param name="Cidrs">Its entries.</param>
public sealed record PrefixList(string Id, params IReadOnlyList<Cidr> Cidrs) : Element(Id);
