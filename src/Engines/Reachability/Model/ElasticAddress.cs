using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// An allocated elastic IP address. Those on no interface are offered by remedies; where one is associated, the
/// interface says so.
/// </summary>
/// <param name="Id">The allocation id.</param>
/// <param name="Address">The public address.</param>
public sealed record ElasticAddress(string Id, IpAddress Address) : Element(Id);
