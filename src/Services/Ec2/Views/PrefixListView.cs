using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A managed prefix list as the API writes it.</summary>
internal static class PrefixListView
{
    /// <summary>
    /// The list; of AWS's own neither size nor version is told (EC2 API Reference, DescribeManagedPrefixLists).
    /// </summary>
    public static ManagedPrefixList Of(PrefixListRecord list, ReadCall call)
    {
        var customers = PrefixListRules.IsCustomers(list);
        return new()
        {
            PrefixListId = list.Id.Value,
            AddressFamily = list.AddressFamily,
            State = list.State,
            StateMessage = list.StateMessage,
            PrefixListArn = $"arn:aws:ec2:{call.Region}:{(customers ? list.OwnerId : "aws")}:prefix-list/{list.Id}",
            PrefixListName = list.Name,
            MaxEntries = customers ? list.MaxEntries : null,
            Version = customers ? list.Versions[^1].Version : null,
            OwnerId = list.OwnerId,
            Tags = TagStore.View(call, list.Id.Value),
        };
    }
}
