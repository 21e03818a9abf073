using Orrery.Kernel.Calls;

namespace Orrery.Services.CloudWatch.Ports;

/// <summary>
/// Tells which things exist, so that they can be tagged by ARN. Registered with <c>ports.Also</c>; alarms offer one.
/// </summary>
internal interface ITagOwner
{
    /// <summary>Whether something with this ARN exists and is of this owner.</summary>
    bool Has(ReadCall call, string arn);
}
