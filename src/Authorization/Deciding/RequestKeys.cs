using System.Text.Json;
using Orrery.Authorization.Requests;
using Orrery.Contracts.Identity;
using Orrery.Contracts.Sharing;
using Orrery.Core;
using Orrery.Engines.Policies.Requests;
using Orrery.Operations;

namespace Orrery.Authorization.Deciding;

/// <summary>Condition keys of services whose values stand in requests.</summary>
internal static class RequestKeys
{
    /// <summary>
    /// Keys, and the member that holds the value, or the first of several that is set. Source: Service Authorization
    /// Reference.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> ByMember = new Dictionary<string, string>
    {
        ["application-autoscaling:scalable-dimension"] = "ScalableDimension",
        ["application-autoscaling:service-namespace"] = "ServiceNamespace",
        ["autoscaling:ForceDelete"] = "ForceDelete",
        ["autoscaling:ImageId"] = "ImageId",
        ["autoscaling:InstanceType"] = "InstanceType",
        ["autoscaling:InstanceTypes"] = "MixedInstancesPolicy.LaunchTemplate.Overrides.InstanceType",
        ["autoscaling:LaunchConfigurationName"] = "LaunchConfigurationName",
        ["autoscaling:LoadBalancerNames"] = "LoadBalancerNames",
        ["autoscaling:MaxSize"] = "MaxSize",
        ["autoscaling:MetadataHttpEndpoint"] = "MetadataOptions.HttpEndpoint",
        ["autoscaling:MetadataHttpPutResponseHopLimit"] = "MetadataOptions.HttpPutResponseHopLimit",
        ["autoscaling:MetadataHttpTokens"] = "MetadataOptions.HttpTokens",
        ["autoscaling:MinSize"] = "MinSize",
        ["autoscaling:SpotPrice"] = "SpotPrice",
        ["autoscaling:TargetGroupARNs"] = "TargetGroupARNs",
        ["autoscaling:TrafficSourceIdentifiers"] = "TrafficSources.Identifier",
        ["cloudwatch:AlarmActions"] = "AlarmActions",
        ["cloudwatch:namespace"] = "Namespace",
        ["ec2:Add/group"] = "CreateVolumePermission.Add.Group",
        ["ec2:Add/userId"] = "CreateVolumePermission.Add.UserId",
        ["ec2:AssociatePublicIpAddress"] = "NetworkInterfaces.AssociatePublicIpAddress",
        ["ec2:AvailabilityZone"] = "AvailabilityZone",
        ["ec2:EbsOptimized"] = "EbsOptimized",
        ["ec2:EndDate"] = "EndDate",
        ["ec2:EndDateType"] = "EndDateType",
        ["ec2:EphemeralStorage"] = "EphemeralStorage",
        ["ec2:Encrypted"] = "Encrypted|BlockDeviceMappings.Ebs.Encrypted",
        ["ec2:ImageID"] = "ImageId",
        ["ec2:InstanceCount"] = "InstanceCount",
        ["ec2:InstanceMarketType"] = "InstanceMarketOptions.MarketType",
        ["ec2:InstanceMatchCriteria"] = "InstanceMatchCriteria",
        ["ec2:InstanceMetadataTags"] = "MetadataOptions.InstanceMetadataTags",
        ["ec2:InstancePlatform"] = "InstancePlatform",
        ["ec2:InstanceType"] = "InstanceType",
        ["ec2:KeyPairName"] = "KeyName",
        ["ec2:KeyPairType"] = "KeyType",
        ["ec2:KmsKeyId"] = "KmsKeyId|BlockDeviceMappings.Ebs.KmsKeyId",
        ["ec2:MetadataHttpEndpoint"] = "MetadataOptions.HttpEndpoint",
        ["ec2:MetadataHttpPutResponseHopLimit"] = "MetadataOptions.HttpPutResponseHopLimit",
        ["ec2:MetadataHttpTokens"] = "MetadataOptions.HttpTokens",
        ["ec2:PlacementGroupName"] = "GroupName",
        ["ec2:PlacementGroupStrategy"] = "Strategy",
        ["ec2:Remove/group"] = "CreateVolumePermission.Remove.Group",
        ["ec2:Remove/userId"] = "CreateVolumePermission.Remove.UserId",
        ["ec2:Tenancy"] = "Placement.Tenancy|Tenancy",
        ["ec2:VolumeInitializationRate"] = "VolumeInitializationRate|BlockDeviceMappings.Ebs.VolumeInitializationRate",
        ["ec2:VolumeIops"] = "Iops|BlockDeviceMappings.Ebs.Iops",
        ["ec2:VolumeSize"] = "Size|BlockDeviceMappings.Ebs.VolumeSize",
        ["ec2:VolumeThroughput"] = "Throughput|BlockDeviceMappings.Ebs.Throughput",
        ["ec2:VolumeType"] = "VolumeType|BlockDeviceMappings.Ebs.VolumeType",
        ["ec2:VpceServiceName"] = "ServiceName",
        ["events:TargetArn"] = "Targets.Arn",
        ["iam:AWSServiceName"] = "AWSServiceName",
        ["iam:PermissionsBoundary"] = "PermissionsBoundary",
        ["iam:PolicyARN"] = "PolicyArn",
        ["iam:ServiceSpecificCredentialServiceName"] = "ServiceName",
        ["kms:BypassPolicyLockoutSafetyCheck"] = "BypassPolicyLockoutSafetyCheck",
        ["kms:DataKeyPairSpec"] = "KeyPairSpec",
        ["kms:EncryptionAlgorithm"] = "EncryptionAlgorithm",
        ["kms:ExpirationModel"] = "ExpirationModel",
        ["kms:GranteePrincipal"] = "GranteePrincipal",
        ["kms:GrantOperations"] = "Operations",
        ["kms:KeyOrigin"] = "Origin",
        ["kms:KeySpec"] = "KeySpec",
        ["kms:KeyUsage"] = "KeyUsage",
        ["kms:MacAlgorithm"] = "MacAlgorithm",
        ["kms:MessageType"] = "MessageType",
        ["kms:MultiRegion"] = "MultiRegion",
        ["kms:PrimaryRegion"] = "PrimaryRegion",
        ["kms:ReplicaRegion"] = "ReplicaRegion",
        ["kms:RetiringPrincipal"] = "RetiringPrincipal",
        ["kms:RotationPeriodInDays"] = "RotationPeriodInDays",
        ["kms:ScheduleKeyDeletionPendingWindowInDays"] = "PendingWindowInDays",
        ["kms:SigningAlgorithm"] = "SigningAlgorithm",
        ["kms:ValidTo"] = "ValidTo",
        ["kms:WrappingAlgorithm"] = "WrappingAlgorithm",
        ["kms:WrappingKeySpec"] = "WrappingKeySpec",
        ["organizations:PolicyType"] = "Type|PolicyType|Filter",
        ["organizations:ServicePrincipal"] = "ServicePrincipal",
        ["ram:AllowsExternalPrincipals"] = "allowExternalPrincipals",
        ["ram:PermissionArn"] = "permissionArn|permissionArns",
        ["ram:Principal"] = "principals",
        ["ram:RequestedAllowsExternalPrincipals"] = "allowExternalPrincipals",
        ["ram:ResourceArn"] = "resourceArns",
        ["ram:ResourceShareName"] = "name",
        ["secretsmanager:BlockPublicPolicy"] = "BlockPublicPolicy",
        ["secretsmanager:Description"] = "Description",
        ["secretsmanager:ForceDeleteWithoutRecovery"] = "ForceDeleteWithoutRecovery",
        ["secretsmanager:KmsKeyId"] = "KmsKeyId",
        ["secretsmanager:Name"] = "Name",
        ["secretsmanager:RecoveryWindowInDays"] = "RecoveryWindowInDays",
        ["secretsmanager:RotateImmediately"] = "RotateImmediately",
        ["secretsmanager:RotationLambdaARN"] = "RotationLambdaARN",
        ["secretsmanager:SecretId"] = "SecretId",
        ["secretsmanager:VersionId"] = "VersionId",
        ["secretsmanager:VersionStage"] = "VersionStage",
        ["sns:Endpoint"] = "Endpoint",
        ["sns:Protocol"] = "Protocol",
        ["ssm:Overwrite"] = "Overwrite",
        ["ssm:Recursive"] = "Recursive",
        ["sts:DurationSeconds"] = "DurationSeconds",
        ["sts:ExternalId"] = "ExternalId",
        ["sts:RoleSessionName"] = "RoleSessionName",
        ["sts:IdentityTokenAudience"] = "Audience",
        ["sts:SigningAlgorithm"] = "SigningAlgorithm",
        ["sts:SourceIdentity"] = "SourceIdentity",
        ["sts:TaskPolicyArn"] = "TaskPolicyArn.arn",
        ["sts:TransitiveTagKeys"] = "TransitiveTagKeys",
    };

    /// <summary>Keys whose values are made of what requests say.</summary>
    public static readonly IReadOnlyDictionary<string, Func<CallContext, ContextValues>> Made =
        new Dictionary<string, Func<CallContext, ContextValues>>
        {
            ["autoscaling:LaunchTemplateVersionSpecified"] = IsVersionGiven,
            ["autoscaling:VPCZoneIdentifiers"] = static c => CallContext.Many(
                [.. c.Members.At("VPCZoneIdentifier").SelectMany(static ids => ids.Split(','))]),
            ["ec2:InstanceProfile"] = ProfileOf,
            ["ec2:LaunchTemplate"] = static c => ArnOf(c, "launch-template", "LaunchTemplate.LaunchTemplateId"),
            ["ec2:NewInstanceProfile"] = ProfileOf,
            ["ec2:ParentSnapshot"] = static c => CallContext.One(
                c.Members.At("SnapshotId") is [var id] ? $"arn:aws:ec2:{c.Call.Region}::snapshot/{id}" : null),
            ["ec2:VpceServiceOwner"] = static c => CallContext.One(
                c.Members.At("ServiceName") is [var name] && name.StartsWith("com.amazonaws.", StringComparison.Ordinal)
                    && !name.StartsWith("com.amazonaws.vpce.", StringComparison.Ordinal) ? "amazon" : null),
            ["events:creatorAccount"] = static c => new(c.ResourceAccount),
            ["events:detail.eventTypeCode"] = static c => OfPattern(c, "detail", "eventTypeCode"),
            ["events:detail.service"] = static c => OfPattern(c, "detail", "service"),
            ["events:detail.userIdentity.principalId"] =
                static c => OfPattern(c, "detail", "userIdentity", "principalId"),
            ["events:detail-type"] = static c => OfEvents(c, "Entries.DetailType", "detail-type"),
            ["ram:RequestedResourceType"] = SharedTypes,
            // An invitation's ARN is in the account of the share's owner.
            ["ram:ShareOwnerAccountId"] = static c => CallContext.One(
                c.Members.At("resourceShareInvitationArn") is [var arn] && Spelling.Part(arn, 4) is { Length: > 0 } who
                    ? who
                    : null),
            // Systems Manager User Guide, "Preventing access to Parameter Store API operations".
            ["ssm:Policies"] = static c => CallContext.One(
                c.Request.Entry.Operation != "PutParameter" ? null : c.Members.Has("Policies") ? "true" : "false"),
            // Only callers of the API are asked about: what buses and services do for others is not among it.
            ["events:eventBusInvocation"] = static _ => new("false"),
            ["events:source"] = static c => OfEvents(c, "Entries.Source", "source"),
            ["kms:GrantIsForAWSResource"] = static _ => new("false"),
            ["kms:ReEncryptOnSameKey"] = static c => KeyOf(c, "DestinationKeyId") is { } to
                ? new(to == (KeyOf(c, "SourceKeyId") ?? KeyOf(c, "CiphertextBlob")) ? "true" : "false")
                : ContextValues.None,
            ["secretsmanager:KmsKeyArn"] = static c => CallContext.One(KeyOf(c, "KmsKeyId")),
        };

    /// <summary>ARNs of resources that a request names by ids of EC2.</summary>
    public static ContextValues ArnsOf(CallContext context, string prefix, string type) => CallContext.Many(
    [
        .. context.Members.Ids(prefix)
            .Select(id => $"arn:aws:ec2:{context.Call.Region}:{context.Call.Account}:{type}/{id}"),
    ]);

    // The types, as RAM names them, of the resources that a request shares.
    private static ContextValues SharedTypes(CallContext context) => CallContext.Many(
    [
        .. context.Members.At("resourceArns").Where(static arn => Spelling.Part(arn, 4).Length == AccountNumber.Length)
            .Select(arn => context.Call.PortsOf<IShareable>().Select(port => port.TypeOf(context.Call, arn))
                .FirstOrDefault(static type => type is not null))
            .OfType<string>().Distinct(),
    ]);

    private static ContextValues ArnOf(CallContext context, string type, string member) => CallContext.One(
        context.Members.At(member) is [var id]
            ? $"arn:aws:ec2:{context.Call.Region}:{context.Call.Account}:{type}/{id}"
            : null);

    private static ContextValues ProfileOf(CallContext context)
    {
        if (context.Members.At("IamInstanceProfile.Arn") is [var arn]) return new(arn);
        return CallContext.One(
            context.Members.At("IamInstanceProfile.Name") is [var name]
                ? context.Call.FindPort<IInstanceProfiles>()?.Find(context.Call, context.Call.Account, name)?.Arn
                : null);
    }

    // The key that a request names by id, ARN, alias or ciphertext.
    private static string? KeyOf(CallContext context, string member)
    {
        if (context.Members.At(member) is not [var name]) return null;
        return context.Call.PortsOf<IResourceFacts>().FirstOrDefault(static port => port.Service == "kms")
            ?.ArnOf(context.Call, "key", name) ?? name;
    }

    private static ContextValues IsVersionGiven(CallContext context)
    {
        const string Mixed = "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification";
        var template = context.Members.Has("LaunchTemplate") ? "LaunchTemplate"
            : context.Members.Has(Mixed) ? Mixed : null;
        return template is null ? ContextValues.None
            : new(context.Members.Has($"{template}.Version") ? "true" : "false");
    }

    // EventBridge User Guide, "Using IAM policy conditions": of events that are put, and of a rule's pattern.
    private static ContextValues OfEvents(CallContext context, string member, string field) =>
        context.Members.At(member) is { Count: > 0 } values ? CallContext.Many(values) : OfPattern(context, field);

    private static ContextValues OfPattern(CallContext context, params string[] path)
    {
        if (context.Members.At("EventPattern") is not [var text]) return ContextValues.None;
        try
        {
            using var pattern = JsonDocument.Parse(text);
            var at = pattern.RootElement;
            foreach (var step in path)
            {
                if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at)) return ContextValues.None;
            }

            if (at.ValueKind != JsonValueKind.Array) return ContextValues.None;
            var texts = at.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String);
            return CallContext.Many([.. texts.Select(static v => v.GetString()!)]);
        }
        catch (JsonException)
        {
            // The operation refuses it.
            return ContextValues.None;
        }
    }

    /// <summary>The service that a call hands a role to; an instance profile is EC2's.</summary>
    public static string? PassedTo(OperationEntry entry) => entry.Service.Id switch
    {
        "ec2" or "iam" => "ec2.amazonaws.com",
        "sts" or "ram" => null,
        var service => $"{service}.amazonaws.com",
    };
}
