namespace Orrery.Tests.Unit.Authorization;

/// <summary>Condition keys of operations that are served, which tell of what is not.</summary>
internal static class UnfilledKeys
{
    public static readonly string[] All =
    [
        // Attributes that are changed, by their names.
        "ec2:Attribute", "ec2:Attribute/${AttributeName}",

        // Tunnels of VPN connections: they are options of two lists.
        "ec2:AuthenticationType", "ec2:DPDTimeoutSeconds", "ec2:GatewayType", "ec2:IKEVersions",
        "ec2:InsideTunnelCidr", "ec2:InsideTunnelIpv6Cidr", "ec2:Phase1DHGroup", "ec2:Phase1EncryptionAlgorithms",
        "ec2:Phase1IntegrityAlgorithms", "ec2:Phase1LifetimeSeconds", "ec2:Phase2DHGroup",
        "ec2:Phase2EncryptionAlgorithms", "ec2:Phase2IntegrityAlgorithms", "ec2:Phase2LifetimeSeconds",
        "ec2:RekeyFuzzPercentage", "ec2:RekeyMarginTimeSeconds", "ec2:ReplayWindowSizePackets", "ec2:RoutingType",

        // Kinds of resources that CreateTags could name and nobody can make.
        "ec2:AuthorizedService", "ec2:AuthorizedUser", "ec2:AutoPlacement", "ec2:ClientRootCertificateChainArn",
        "ec2:CloudwatchLogGroupArn", "ec2:CloudwatchLogStreamArn", "ec2:DirectoryArn", "ec2:ElasticGpuType",
        "ec2:HostRecovery", "ec2:IpamPrefixListResolverTargetId", "ec2:Permission", "ec2:Quantity",
        "ec2:ReservedInstancesOfferingType", "ec2:SamlProviderArn", "ec2:ServerCertificateArn",
        "ec2:transitGatewayConnectPeerId", "ec2:transitGatewayMeteringPolicyId",
        "ec2:transitGatewayMulticastDomainId", "ec2:transitGatewayPolicyTableId",
        "ec2:transitGatewayRouteTableAnnouncementId",

        // Address plans, Outposts, operators, endpoints in other regions, product codes, processor options, launch
        // templates' share.
        "ec2:BootModeOverride", "ec2:CpuOptionsAmdSevSnp", "ec2:InstanceBandwidthWeighting", "ec2:Ipv4IpamPoolId",
        "ec2:Ipv6IpamPoolId", "ec2:IsLaunchTemplateResource", "ec2:Location", "ec2:ManagedResourceOperator",
        "ec2:OutpostArn", "ec2:ProductCode", "ec2:SourceAvailabilityZone", "ec2:SourceOutpostArn",
        "ec2:VpceMultiRegion", "ec2:VpcePrivateDnsPreference", "ec2:VpcePrivateDnsSpecifiedDomains",
        "ec2:VpceServicePrivateDnsName", "ec2:VpceServiceRegion", "ec2:VpceSupportedRegion",

        // Capacity reservations and operators of groups; grants of CloudWatch.
        "autoscaling:CapacityReservationIds", "autoscaling:CapacityReservationResourceGroupArns",
        "autoscaling:OperatorPrincipal", "autoscaling:TargetCapacityTypes", "cloudwatch:HasAccessGrant",

        // Rules that services manage, and what they say of events.
        "events:ManagedBy", "events:SystemMetadata/AwsDetailType", "events:SystemMetadata/AwsSource",
        "events:SystemMetadata/ContentType",

        // Role templates, credentials of Bedrock, security keys.
        "iam:FIDO-FIPS-140-2-certification", "iam:FIDO-FIPS-140-3-certification", "iam:FIDO-certification",
        "iam:RegisterSecurityKey", "iam:RoleTemplateARN", "iam:ServiceSpecificCredentialAgeDays",

        // Grants to services, when a key was last used.
        "kms:GrantConstraintSourceArn", "kms:GranteeServicePrincipal", "kms:RetiringServicePrincipal",
        "kms:TrailingDaysWithoutKeyUsage",

        // Transfers of responsibility; shares that others made.
        "organizations:TransferDirection", "organizations:TransferType", "ram:RequestedResourceType",
        "ram:RetainSharingOnAccountLeaveOrganization", "ram:ShareOwnerAccountId",

        // Access points and grants, namespaces of buckets, holds by events, annotations; nothing here is TLS; the age
        // of a signature is of the machine's clock.
        "s3:AccessGrantsInstanceArn", "s3:AccessPointTag/${TagKey}",
        "s3:InventoryAccessibleOptionalFields", "s3:ObjectCreationOperation", "s3:TlsVersion",
        "s3:isReplicationPauseRequest", "s3:object-lock-event-hold", "s3:object-lock-event-hold-duration-days",
        "s3:signatureAge", "s3:x-amz-bucket-namespace", "s3:x-amz-object-annotation-directive",

        // Replicas, managed external secrets; whether a parameter has policies.
        "secretsmanager:AddReplicaRegions", "secretsmanager:ExternalSecretRotationRoleArn",
        "secretsmanager:ForceOverwriteReplicaSecret", "secretsmanager:Type", "secretsmanager:resource/Type",
        "ssm:Policies",

        // Roles that a provider names in its tokens.
        "sts:RoleAuthorizedByIdp",
    ];
}
