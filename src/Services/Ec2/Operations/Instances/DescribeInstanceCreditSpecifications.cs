using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Lists the credit options of burstable instances: of those that are named, or of all that are unlimited. Source: EC2
/// API Reference, DescribeInstanceCreditSpecifications; the code for another type is guessed.
/// </summary>
public sealed class DescribeInstanceCreditSpecifications
    : IReadOperation<DescribeInstanceCreditSpecificationsRequest, DescribeInstanceCreditSpecificationsResult>
{
    private static readonly Filters<InstanceRecord> Filters = new Filters<InstanceRecord>().Indexed(
        "instance-id",
        i => [i.Id.Value],
        (call, id) => call.Read(InstanceTables.Instances).Find(new(id)) is { } one ? [one] : []);

    /// <inheritdoc/>
    public DescribeInstanceCreditSpecificationsResult Run(
        DescribeInstanceCreditSpecificationsRequest request, ReadCall call)
    {
        ListRefusals.CheckPages(request.InstanceIds, "instancesSet", request.MaxResults);
        foreach (var id in request.InstanceIds ?? [])
        {
            if (InstanceKinds.Instance.Get(call, id) is { CpuCredits: null } other)
            {
                throw new ServiceException(
                    "InvalidInstanceID.NotSupported",
                    $"The instance type {other.InstanceType} of '{id}' has no credit option.");
            }
        }

        var named = request.InstanceIds is { Count: > 0 };
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var instances = (named
            ? request.InstanceIds!.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => InstanceKinds.Instance.Get(call, id))
            : call.Read(InstanceTables.Instances).All().Where(i => i.CpuCredits == "unlimited"))
            .Where(i => string.CompareOrdinal(i.Id.Value, after) > 0).Where(passes);
        var page = Lister.Cut(instances, i => i.Id.Value, request.MaxResults);
        return new()
        {
            InstanceCreditSpecifications = page.As(i => new InstanceCreditSpecification
            {
                InstanceId = i.Id.Value, CpuCredits = i.CpuCredits,
            }),
            NextToken = page.NextToken,
        };
    }
}
