using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of launch templates and placement groups.</summary>
internal static class TemplateTables
{
    public static readonly Table<LaunchTemplateId, LaunchTemplateRecord> Templates =
        Table<LaunchTemplateId, LaunchTemplateRecord>.Resident(
            "ec2.launch-templates", r => r.Id, () => TemplateJson.Default.LaunchTemplateRecord);

    public static readonly Index<LaunchTemplateId, LaunchTemplateRecord> TemplatesByName =
        Templates.Index("name", t => t.Name);

    public static readonly Table<ResourceKey, LaunchTemplateVersionRecord> Versions =
        Table<ResourceKey, LaunchTemplateVersionRecord>.Resident(
            "ec2.launch-template-versions", r => r.Id, () => TemplateJson.Default.LaunchTemplateVersionRecord);

    public static readonly Index<ResourceKey, LaunchTemplateVersionRecord> VersionsByTemplate =
        Versions.Index("template", v => v.TemplateId.Value);

    public static readonly Table<PlacementGroupId, PlacementGroupRecord> PlacementGroups =
        Table<PlacementGroupId, PlacementGroupRecord>.Resident(
            "ec2.placement-groups", r => r.Id, () => TemplateJson.Default.PlacementGroupRecord);

    public static readonly Index<PlacementGroupId, PlacementGroupRecord> PlacementGroupsByName =
        PlacementGroups.Index("name", g => g.Name);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Templates, Versions, PlacementGroups];
}
